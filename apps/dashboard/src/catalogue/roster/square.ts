/** Side of a kept photograph, pixels: sharp on a pad, a tenth of a megabyte. */
export const SIDE = 512;

/** The square of a picture that is kept: as wide as its shorter side, `at` says where along the longer one, 0…1. */
export function squareOf({ width, height }: { width: number; height: number }, at: number) {
  const side = Math.min(width, height);
  return { x: (width - side) * (width > height ? at : 0), y: (height - side) * (height > width ? at : 0), side };
}

/** Draws that square. What a camera wrote beside the picture (place, time, device) does not come along. */
export function drawSquare(canvas: HTMLCanvasElement, picture: ImageBitmap, at: number): void {
  const { x, y, side } = squareOf(picture, at);
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, SIDE, SIDE);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, x, y, side, side, 0, 0, SIDE, SIDE);
}

export const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.88),
  );
