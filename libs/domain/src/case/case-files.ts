import type { Instant } from '../time/instant.ts';

/** What a file of a case may be, by its content: documents and pictures as people scan, photograph and export them. */
export const FILE_TYPES = ['pdf', 'ofd', 'jpg', 'png', 'webp', 'heic', 'docx', 'xlsx'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** A hall's limits for files (附件设置). */
export interface FileSettings {
  /** Largest file, in megabytes of 1,048,576 bytes. */
  maxMegabytes: number;
  /** Most files that a case carries at once. */
  maxPerCase: number;
}

export const DEFAULT_FILES: FileSettings = { maxMegabytes: 20, maxPerCase: 60 };

export const maxBytesOf = ({ maxMegabytes }: FileSettings): number => maxMegabytes * 1_048_576;

/** A file attached to the checklist of a case. Nothing of its content or its name, which may tell of the person. */
export interface CaseAttachment {
  id: string;
  /** The material of the guide to which it belongs. */
  material: string;
  sha256: string;
  /** Bytes. */
  size: number;
  type: FileType;
  attachedAt: Instant;
  byId: string;
  /** Where its name is kept; erased with the content. */
  nameRef: string | null;
  /** When its content was erased; the record stays. */
  removedAt: Instant | null;
  removedById: string | null;
}

/** Endings of names and the content that they promise. */
const ENDINGS: Readonly<Record<string, FileType>> = {
  pdf: 'pdf',
  ofd: 'ofd',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  heic: 'heic',
  heif: 'heic',
  docx: 'docx',
  xlsx: 'xlsx',
};

/** What a name says of the content: one of the types, `other` for an ending that is not taken, `null` when it says nothing. */
export function typeSaid(name: string): FileType | 'other' | null {
  const ending = /\.([^.\s/\\]{1,12})$/.exec(name.trim())?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  return ENDINGS[ending] ?? 'other';
}

/** What is known of a file before it is kept. */
export interface FileFacts {
  size: number;
  /** What the content is; `null` when it is none of the types taken: a program, a page, a drawing with scripts in it. */
  found: FileType | null;
  says: FileType | 'other' | null;
}

export type FileFault = 'file-empty' | 'file-too-large' | 'file-type-refused' | 'file-type-mismatch';

/** Why a file is not taken, whatever the case; `null`: it may be. The content decides, a name only has to agree. */
export function fileFault({ size, found, says }: FileFacts, settings: FileSettings): FileFault | null {
  if (size === 0) return 'file-empty';
  if (size > maxBytesOf(settings)) return 'file-too-large';
  if (found === null) return 'file-type-refused';
  return says !== null && says !== found ? 'file-type-mismatch' : null;
}
