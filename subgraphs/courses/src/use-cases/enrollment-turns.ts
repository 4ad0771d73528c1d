// The turns of work on enrollments: one buyer in one course.

export const buyerTurn = (courseId: string, buyerId: string): string => `buyer ${courseId} ${buyerId}`;
