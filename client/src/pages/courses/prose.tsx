// A text that a person wrote, as paragraphs. Text only: nothing in it becomes an element.
import classes from './course.module.css';

export function Prose({ text }: { readonly text: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div className={classes['prose']}>
      {paragraphs.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}
