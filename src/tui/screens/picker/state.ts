/** One line of the picker. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  /** Counts, time and tags, already in words. */
  readonly about: string;
}

export interface PickerState {
  readonly choices: readonly Choice[];
  readonly filter: string;
  /** Index into the choices that the filter lets through. */
  readonly at: number;
  readonly size: { readonly columns: number; readonly rows: number };
  readonly theme: 'dark' | 'light' | 'mono';
  /** Set when the picker is done: the chosen id, or an exit code. */
  readonly done?: { readonly id: string } | { readonly code: 0 | 130 };
}

export type PickerAction =
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'erase' | 'escape' | 'accept' }
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'leave'; readonly code: 0 | 130 }
  | { readonly type: 'resize'; readonly size: PickerState['size'] };

/** The choices whose words begin with, or hold, every word of the filter. */
export function matching({ choices, filter }: PickerState): readonly Choice[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ id, title, about }) =>
    words.every((word) => `${id} ${title} ${about}`.toLowerCase().includes(word)),
  );
}

export function updatePicker(state: PickerState, action: PickerAction): PickerState {
  switch (action.type) {
    case 'type':
      return { ...state, filter: state.filter + action.text, at: 0 };
    case 'erase':
      return { ...state, filter: [...state.filter].slice(0, -1).join(''), at: 0 };
    case 'escape':
      return state.filter === ''
        ? { ...state, done: { code: 0 } }
        : { ...state, filter: '', at: 0 };
    case 'move':
      return {
        ...state,
        at: Math.max(0, Math.min(matching(state).length - 1, state.at + action.by)),
      };
    case 'accept': {
      const choice = matching(state)[state.at];
      return choice ? { ...state, done: { id: choice.id } } : state;
    }
    case 'leave':
      return { ...state, done: { code: action.code } };
    case 'resize':
      return { ...state, size: action.size };
  }
}
