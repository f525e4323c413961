import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createI18n } from '../i18n/setup.ts';
import { resetReadingMode } from '../hooks/use-reading-mode.ts';
import { Banner } from './banner.tsx';
import { BigNumber } from './big-number.tsx';
import { BoldText } from './bold-text.tsx';
import { Button } from './button.tsx';
import { ElapsedText } from './clock-text.tsx';
import { Dialog } from './dialog.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { TypeSwitch } from './type-switch.tsx';
import { WaitRangeText } from './wait-range-text.tsx';

beforeEach(() => {
  createI18n({ resources: { 'zh-CN': {}, en: {} } });
  resetReadingMode();
});
afterEach(cleanup);

describe('Button', () => {
  it('takes no second press while it is busy', () => {
    const onClick = jest.fn();
    const { rerender } = render(<Button onClick={onClick}>取号</Button>);
    fireEvent.click(screen.getByRole('button'));
    rerender(
      <Button onClick={onClick} busy>
        取号
      </Button>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  it('names its key to those who listen', () => {
    render(<Button hotkey="F2">办结</Button>);
    expect(screen.getByRole('button', { name: '办结' }).getAttribute('aria-keyshortcuts')).toBe('F2');
  });
});

describe('BigNumber', () => {
  it('PEERS 8: shows a long number whole', () => {
    render(<BigNumber>A1234567</BigNumber>);
    expect(screen.getByText('A1234567').textContent).toBe('A1234567');
  });
});

describe('Banner', () => {
  it('speaks an error at once and gives a number to quote', () => {
    render(<Banner kind="error" quote="K7-3921" />);
    expect(screen.getByRole('alert').textContent).toContain('K7-3921');
  });

  it('waits for a pause with what is only stale', () => {
    render(<Banner kind="stale" title="断线 40 秒" />);
    expect(screen.getByRole('status').textContent).toContain('断线 40 秒');
  });
});

describe('ProgressBar', () => {
  it('stays between nothing and full', () => {
    render(<ProgressBar value={2.07} label="已用" valueText="31 分,标准 15 分" />);
    const bar = screen.getByRole('progressbar', { name: '已用' });
    expect(bar.getAttribute('aria-valuenow')).toBe('100');
    expect(bar.getAttribute('aria-valuetext')).toBe('31 分,标准 15 分');
  });
});

describe('WaitRangeText', () => {
  it.each([
    [null, '窗口还没开'],
    [{ lowMinutes: 0, highMinutes: 2 }, '现在就能办'],
    [{ lowMinutes: 0, highMinutes: 5 }, '5 分钟内'],
    [{ lowMinutes: 10, highMinutes: 25 }, '10–25 分钟'],
  ])('says %j as %s', (wait, words) => {
    const { container } = render(<WaitRangeText wait={wait} />);
    expect(container.textContent).toBe(words);
  });
});

describe('switches', () => {
  it('change the language, and the page’s lang with it', () => {
    render(<LanguageSwitch />);
    expect(document.documentElement.lang).toBe('zh-CN');
    fireEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(document.documentElement.lang).toBe('en');
    expect(screen.getByRole('button', { name: '中文' })).toBeTruthy();
  });

  it('change the size of type and tell that they are on', () => {
    render(<TypeSwitch />);
    fireEvent.click(screen.getByRole('button', { name: '大字' }));
    expect(document.documentElement.dataset.type).toBe('big');
    expect(screen.getByRole('button').getAttribute('aria-pressed')).toBe('true');
    act(() => resetReadingMode());
    expect(screen.getByRole('button').getAttribute('aria-pressed')).toBe('false');
  });
});

describe('Dialog', () => {
  it('opens as a modal, and Esc asks to close it unless it must be answered', () => {
    const showModal = jest.fn<() => void>();
    Object.assign(HTMLDialogElement.prototype, { showModal });
    const onClose = jest.fn();
    const { container, rerender } = render(<Dialog open title="真的不办了吗?" onClose={onClose} />);
    expect(showModal).toHaveBeenCalledTimes(1);
    const dialog = container.querySelector('dialog');
    if (!dialog) throw new Error('no dialog');
    fireEvent(dialog, new Event('cancel', { cancelable: true }));
    expect(onClose).toHaveBeenCalledTimes(1);
    rerender(<Dialog open title="真的不办了吗?" onClose={onClose} mustAnswer />);
    fireEvent(dialog, new Event('cancel', { cancelable: true }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('ElapsedText', () => {
  it('runs by the clock that it is given', () => {
    jest.useFakeTimers();
    let now = 372_000;
    const { container } = render(<ElapsedText now={() => now} since={0} />);
    expect(container.textContent).toBe('6:12');
    now += 1000;
    act(() => void jest.advanceTimersByTime(1000));
    expect(container.textContent).toBe('6:13');
    jest.useRealTimers();
  });
});

describe('BoldText', () => {
  it('sets bold what is marked and nothing else', () => {
    const { container } = render(<BoldText text="前面 <b>1</b> 人,<i>约</i> <b>6</b> 分" />);
    expect(container.innerHTML).toBe('前面 <b>1</b> 人,&lt;i&gt;约&lt;/i&gt; <b>6</b> 分');
  });
});
