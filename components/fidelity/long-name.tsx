import { Fragment } from 'react';

/** A name of AWS's that may break between its words, `InvalidParameterValue`. */
export const LongName = ({ name }: { name: string }) =>
  name.split(/(?<=[a-z\d\]])(?=[A-Z.])/).map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a name keep their places, and one may occur twice
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
