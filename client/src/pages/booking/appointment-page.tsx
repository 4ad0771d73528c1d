// Comes next.
export function Page() {
  return null;
}
