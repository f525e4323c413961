/** The longer side of a photograph as it is sent, pixels: enough to read a sign on a wall, a tenth of what a camera gives. */
const LONGEST = 1_600;
const QUALITY = 0.85;

/** How large a picture is drawn, so that its longer side fits. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * A photograph made smaller in the browser. What the camera wrote beside the picture — the place, the device — does not go with it. What
 * this browser cannot draw goes as it is: the server says what it thinks of it.
 */
export async function scaledPhoto(file: File): Promise<File> {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = fitted(bitmap.width, bitmap.height);
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    const content = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    return new File([content], `${file.name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`, { type: 'image/jpeg' });
  } catch {
    return file;
  }
}
