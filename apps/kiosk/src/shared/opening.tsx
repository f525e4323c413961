import { Skeleton, SkeletonPage } from '@shouwen/ui/skeleton';

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
