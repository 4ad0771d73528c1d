// What a person told, the latest first.
import { Newspaper } from 'lucide-react';
import type { ComponentProps } from 'react';
import { PostCard } from '@/parts/posts/post-card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { useWords } from '@/words/words';
import classes from './people.module.css';
import { peopleWords } from './people-words';

type Post = ComponentProps<typeof PostCard>['post'] & { readonly id: string };

interface PersonPostsProps extends ComponentProps<typeof LoadMore> {
  readonly posts: readonly Post[];
}

export function PersonPosts({ posts, ...more }: PersonPostsProps) {
  const words = useWords(peopleWords);
  if (posts.length === 0) return <Empty icon={Newspaper} title={words.noPosts} />;
  return (
    <>
      <ul className={classes['list']}>
        {posts.map((post) => (
          <PostCard key={post.id} post={post} />
        ))}
      </ul>
      <LoadMore {...more} />
    </>
  );
}
