// A quiz while it is written: what the form changes, and what is sent in the end.

export interface ChoiceDraft {
  readonly text: string;
  readonly isCorrect: boolean;
}

export interface QuestionDraft {
  /** Names the question on the page only. */
  readonly key: string;
  readonly text: string;
  readonly choices: readonly ChoiceDraft[];
  readonly explanation: string;
}

interface WrittenQuestion {
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  readonly correctChoiceIds: readonly string[] | null;
  readonly explanation: string | null;
}

const EMPTY_CHOICE: ChoiceDraft = { text: '', isCorrect: false };

export const emptyQuestion = (): QuestionDraft => ({
  key: crypto.randomUUID(),
  text: '',
  choices: [EMPTY_CHOICE, EMPTY_CHOICE],
  explanation: '',
});

export const draftOf = ({ text, choices, correctChoiceIds, explanation }: WrittenQuestion): QuestionDraft => ({
  key: crypto.randomUUID(),
  text,
  choices: choices.map((choice) => ({ text: choice.text, isCorrect: correctChoiceIds?.includes(choice.id) ?? false })),
  explanation: explanation ?? '',
});

export const withChoice = (question: QuestionDraft, at: number, change: Partial<ChoiceDraft>): QuestionDraft => ({
  ...question,
  choices: question.choices.map((choice, index) => (index === at ? { ...choice, ...change } : choice)),
});

export const withMoreChoices = (question: QuestionDraft): QuestionDraft => ({
  ...question,
  choices: [...question.choices, EMPTY_CHOICE],
});

export const withoutChoice = (question: QuestionDraft, at: number): QuestionDraft => ({
  ...question,
  choices: question.choices.filter((_, index) => index !== at),
});

/** Empty choices are left out; null when a question cannot be asked so. Several right choices make it MULTIPLE. */
export function questionsToSend(drafts: readonly QuestionDraft[]) {
  const questions = drafts.map(({ text, choices, explanation }) => {
    const written = choices.map((choice) => ({ ...choice, text: choice.text.trim() })).filter((choice) => choice.text);
    const right = written.filter(({ isCorrect }) => isCorrect).length;
    return {
      kind: right > 1 ? ('MULTIPLE' as const) : ('SINGLE' as const),
      text: text.trim(),
      choices: written,
      explanation: explanation.trim() || null,
    };
  });
  const areAskable = questions.every(
    ({ text, choices }) => text !== '' && choices.length >= 2 && choices.some(({ isCorrect }) => isCorrect),
  );
  return areAskable && questions.length > 0 ? questions : null;
}
