import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import print from '../docket/print/sheet.module.css';
import { pageRule } from '../docket/print/papers.ts';

/** A4 pages that the printer gets instead of the screen. */
export function Printed({ children, rule = pageRule('a4', 0) }: { children: ReactNode; rule?: string }) {
  return createPortal(
    <div className={print.printed} data-printed data-paper="a4" aria-hidden="true">
      <style>{rule}</style>
      {children}
    </div>,
    document.body,
  );
}
