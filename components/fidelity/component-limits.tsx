import type { ComponentView } from '@/lib/fidelity/views';
import { Fact, FactList, Sources } from './facts';
import { SourceText } from './source-text';

/** What happens to a packet at each component of its way, and what is left out there. */
export const ComponentLimits = ({ components }: { components: readonly ComponentView[] }) => (
  <section aria-labelledby="packets" className="mt-12 flex flex-col gap-3">
    <h2 id="packets" className="text-xl">
      Packets, by component
    </h2>
    <p className="max-w-[68ch] text-dim">
      What a packet meets on its way, in lab checks, flow tests, host programs and Reachability Analyzer alike: they are
      readings of one trace. With each component stands what it does, and its known limits.
    </p>
    <ul className="grid gap-x-10 sm:grid-cols-2">
      {components.map(({ slug, title }) => (
        <li key={slug}>
          <a href={`#packets-${slug}`} className="underline">
            {title}
          </a>
        </li>
      ))}
    </ul>
    {components.map((component) => (
      <Component key={component.slug} component={component} />
    ))}
  </section>
);

function Component({ component }: { component: ComponentView }) {
  const { slug, title, does, sources, notModelled, differs, assumed } = component;
  const limits = [...notModelled, ...differs, ...assumed].length;
  return (
    <section aria-labelledby={`packets-${slug}`} className="mt-3 max-w-[80ch]">
      <h3 id={`packets-${slug}`} className="text-base font-semibold">
        {title}
      </h3>
      {does.map((text) => (
        <p key={text} className="mt-1">
          <SourceText text={text} />
        </p>
      ))}
      <FactList>
        <Sources sources={sources} />
        <Facts title="Not modelled" texts={notModelled} />
        <Facts title="Known to differ" texts={differs} />
        <Facts title="Assumed" texts={assumed} />
        {limits === 0 && <Fact title="Known limits">none</Fact>}
      </FactList>
    </section>
  );
}

const Facts = ({ title, texts }: { title: string; texts: readonly string[] }) =>
  texts.map((text) => (
    <Fact key={text} title={title}>
      <SourceText text={text} />
    </Fact>
  ));
