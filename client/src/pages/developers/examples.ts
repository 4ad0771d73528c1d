// Queries to begin with: one of each part of the graph, one across all of them, and one that listens.

export interface Example {
  readonly name: string;
  readonly text: string;
  readonly variables: string;
}

const none = '{}';

export const examples: readonly Example[] = [
  {
    name: 'users · courses · booking · commerce · content · media',
    text: `query AcrossAllSix {
  me {
    displayName
    avatar { variants { name url } }
    rooms(first: 2) { edges { node { title lastMessage { body author { displayName } } } } }
    orders(first: 1) { edges { node { number status } } }
  }
  coaches(first: 2) {
    edges {
      node {
        headline
        user { displayName }
        offerings { name minutes price { decimal currency } }
        courses(first: 1) { edges { node { title } } }
      }
    }
  }
}`,
    variables: none,
  },
  {
    name: 'commerce',
    text: `query Popular($first: Int!) {
  popularProducts(first: $first) {
    name
    priceRange { min { decimal currency } }
  }
}`,
    variables: '{ "first": 3 }',
  },
  {
    name: 'courses',
    text: `query NewCourses {
  courses(first: 3) {
    edges { node { title lessonCount price { decimal currency } } }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: none,
  },
  {
    name: 'users',
    text: `query WhoAmI {
  me { displayName email role sessions { device lastSeenAt } }
}`,
    variables: none,
  },
  {
    name: 'content',
    text: `query News {
  feed(first: 3) {
    edges { node { body likeCount commentCount author { displayName } } }
  }
}`,
    variables: none,
  },
  {
    name: 'booking',
    text: `query MyAppointments {
  myAppointments(first: 3) {
    edges { node { title status startsAt coach { user { displayName } } } }
  }
}`,
    variables: none,
  },
  {
    name: 'media',
    text: `query MyPictures {
  myMedia(first: 3) {
    edges { node { kind byteLength variants { name width url } } }
  }
}`,
    variables: none,
  },
  {
    name: 'subscription',
    text: `subscription Listen {
  inboxChanged {
    eventId
    change
    room { title unreadCount lastMessage { body author { displayName } } }
  }
}`,
    variables: none,
  },
];
