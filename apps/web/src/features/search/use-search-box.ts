import type { SearchKind } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useStrategy } from '../../lib/session.ts';
import { type SearchResult, searchQuery } from './search-queries.ts';
import { destinationOf, whyNotAsked } from './search-words.ts';

const fewOfEach = 4;
/** Who types is not asked for at every letter. */
const pauseMs = 120;

const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
};

/** An option of the list: something found, or the way to the page with everything. */
export type SearchOption =
  | { readonly kind: SearchKind; readonly result: SearchResult; readonly id: string }
  | { readonly kind: 'all'; readonly id: string };

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at >= last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
};

/** The list that answers while one types, worked from the keyboard while the caret stays in the field. */
export const useSearchBox = (onClose: () => void) => {
  const strategy = useStrategy().id;
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const q = usePaused(text).trim();
  const why = whyNotAsked(q);
  const query = useQuery({ ...searchQuery(strategy, { q, each: fewOfEach }), enabled: why === null });
  const found = why === null ? query.data : undefined;
  const groups = (found?.groups ?? []).map(({ kind, count, results }) => ({
    kind,
    count,
    options: results.map((result, index) => ({ kind, result, id: `${listId}-${kind}-${index}` })),
  }));
  const all: SearchOption = { kind: 'all', id: `${listId}-all` };
  const nearest = groups.flatMap((group) => group.options);
  const hasMore = found !== undefined && found.total > nearest.length;
  const options: SearchOption[] = [...nearest, ...(hasMore ? [all] : [])];
  const current = options[Math.min(at, options.length - 1)];
  const currentId = current?.id;
  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const showAll = (kind?: SearchKind) => {
    onClose();
    void navigate({ to: '/search', search: { q: text.trim(), kind } });
  };
  const open = (option: SearchOption) => {
    if (option.kind === 'all') return showAll();
    const destination = destinationOf(option.kind, option.result);
    if (destination === null) return showAll(option.kind);
    onClose();
    void navigate(destination);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = moves[event.key];
    // before the answer has come, Enter leads to the page that waits for it
    const isAnswered = q === text.trim() && !query.isPlaceholderData;
    if (move !== undefined && options.length > 0) setAt(move(Math.min(at, options.length - 1), options.length - 1));
    else if (event.key === 'Enter' && isAnswered && current !== undefined) open(current);
    else if (event.key === 'Enter' && text.trim() !== '') showAll();
    // a search field would only empty itself
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  const type = (typed: string) => {
    setText(typed);
    setAt(0);
  };
  return { text, type, why, query, found, groups, all: hasMore ? all : null, current, listId, open, onKeyDown };
};
