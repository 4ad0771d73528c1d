/** How one greets at an hour of the person's own clock, 0 to 23. */
export const greeting = (hour: number): 'morning' | 'day' | 'evening' =>
  hour >= 18 || hour < 5 ? 'evening' : hour < 12 ? 'morning' : 'day';
