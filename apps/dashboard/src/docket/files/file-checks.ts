import { fileFault, typeSaid, type FileFault, type FileSettings, type FileType } from '@shouwen/domain/case/case-files';

/** Kinds that a browser shows by itself; the rest is saved and opened by what the machine has for it. */
const PICTURES: readonly FileType[] = ['jpg', 'png', 'webp'];
const MEDIA_TYPES: Partial<Record<FileType, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };

export const isPicture = (type: FileType): boolean => PICTURES.includes(type);

/** The type under which a page may show a content as a picture; plain bytes for everything else. */
export const mediaTypeOf = (type: FileType): string => MEDIA_TYPES[type] ?? 'application/octet-stream';

/** What can be told of a file before it is sent, so that nobody waits for twenty megabytes to be refused; the server looks inside. */
export function faultBefore({ name, size }: Pick<File, 'name' | 'size'>, settings: FileSettings): FileFault | null {
  const says = typeSaid(name);
  return fileFault({ size, found: says === 'other' ? null : (says ?? 'pdf'), says }, settings);
}
