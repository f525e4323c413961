import { squareOf } from './square.ts';

describe('the square of a photograph', () => {
  it('is as wide as the shorter side, and lies where it is asked for along the longer one', () => {
    expect(squareOf({ width: 600, height: 1000 }, 0)).toEqual({ x: 0, y: 0, side: 600 });
    expect(squareOf({ width: 600, height: 1000 }, 0.5)).toEqual({ x: 0, y: 200, side: 600 });
    expect(squareOf({ width: 1000, height: 600 }, 1)).toEqual({ x: 400, y: 0, side: 600 });
    expect(squareOf({ width: 300, height: 300 }, 0.7)).toEqual({ x: 0, y: 0, side: 300 });
  });
});
