import { Skeleton, SkeletonPage } from './skeleton.tsx';

/** The shape of a page before its words are there. */
export function Opening() {
  return (
    <SkeletonPage>
      <Skeleton shape="title" />
      <Skeleton shape="block" />
      <Skeleton shape="block" />
    </SkeletonPage>
  );
}
