// The English courses of the demo world.
import { money } from '@mosaic/kernel/values/money';
import { type CoursePlan, question } from './course-plan.js';

export const coursesEn: readonly CoursePlan[] = [
  {
    name: 'lifting',
    coach: 'Hannah Whitcombe',
    title: 'Lift without fear',
    description:
      'Four movements you already make every day, done on purpose. For people who find the weights room a little loud.',
    price: null,
    sections: [
      [
        'With nothing in your hands',
        [
          {
            title: 'Sitting down is a squat',
            minutes: 9,
            isPreview: true,
            content:
              'Stand in front of a chair, feet under your shoulders. Sit down slowly, count three, stand up without rocking.\n\nTen of those, twice a day, for a week. If your knees complain, use a higher chair.',
          },
          {
            title: 'Picking up the shopping',
            minutes: 10,
            content:
              'Bend at the hips, not in the back. Push the floor away, and let your arms be ropes.\n\nFilm yourself from the side once: what it feels like and what it looks like are two things.',
          },
        ],
      ],
      [
        'With a weight',
        [
          {
            title: 'How heavy is enough',
            minutes: 8,
            content:
              'Choose a weight you could lift twelve times, and lift it eight. The four you leave behind are for tomorrow.\n\nAdd a little when all eight feel the same.',
          },
          {
            title: 'Your first full session',
            minutes: 30,
            content:
              'Squat, pull, push, carry: two rounds, a minute of rest between them. Write down what you lifted; the diary is the coach you see most often.',
            quiz: [
              question(
                'Where do you bend to pick something up?',
                'At the hips',
                ['In the lower back', 'At the shoulders'],
                'The hips are the strong hinge; the back only has to stay as it is.',
              ),
              question(
                'You can lift a weight twelve times. How often do you lift it?',
                'Eight times',
                ['Twelve times', 'Until it hurts'],
                'Leaving a few in reserve is what lets you come back.',
              ),
              question(
                'When do you add weight?',
                'When all eight feel the same',
                ['Every Monday', 'When somebody watches', 'Never'],
                'Even repetitions say that the weight has become easy.',
              ),
            ],
          },
        ],
      ],
    ],
    learners: [
      ['Olivia Marsh', 55, 4],
      ['Jack Thornbury', 37, 3],
      ['Alex Moreno', 25, 2],
      ['Phoebe Nash', 30, 2],
      ['Ben Carlisle', 18, 4],
      ['Lucy Penrose', 11, 1],
    ],
  },
  {
    name: 'sleep diary',
    coach: 'Priya Raman',
    title: 'A sleep diary that tells you something',
    description: 'What to write down, what to leave out, and how to read a month of it. Still being written.',
    price: money(1_900, 'GBP'),
    isDraft: true,
    sections: [
      [
        'The first week',
        [
          {
            title: 'Five numbers, every morning',
            minutes: 7,
            content:
              'When you went to bed, when you think you slept, how often you woke, when you got up, and how you feel from one to five. Nothing else.',
          },
        ],
      ],
    ],
    learners: [],
  },
];
