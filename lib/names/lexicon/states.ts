/** How news writes American states and Canadian provinces behind a town ("Mo.", "MO", "N.C.", "Ont."); folded, with the folded words of the name. */
export const STATES_IN_SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  `
ala al:alabama, alas ak:alaska, ariz az:arizona, ark ar:arkansas, calif cal ca:california, colo co:colorado, conn ct:connecticut, del de:delaware,
fla fl:florida, ga:georgia, hi:hawaii, id:idaho, ill il:illinois, ind in:indiana, ia:iowa, kan kans ks:kansas, ky:kentucky, la:louisiana,
me:maine, md:maryland, mass ma:massachusetts, mich mi:michigan, minn mn:minnesota, miss ms:mississippi, mo:missouri, mont mt:montana,
neb nebr ne:nebraska, nev nv:nevada, nh:new hampshire, nj:new jersey, nm:new mexico, nc:north carolina, nd:north dakota, oh:ohio, okla ok:oklahoma,
ore or:oregon, pa penn:pennsylvania, ri:rhode island, sc:south carolina, sd:south dakota, tenn tn:tennessee, tex tx:texas, ut:utah, vt:vermont,
va:virginia, wash wa:washington state, wva wv:west virginia, wis wisc wi:wisconsin, wyo wy:wyoming, ny:new york, ont on:ontario, que qc:quebec, alta ab:alberta,
sask sk:saskatchewan, man mb:manitoba, bc:british columbia, ns:nova scotia, nb:new brunswick, nl nfld:newfoundland and labrador
`
    .split(/,|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const [short = '', name = ''] = line.split(':');
      return short.split(' ').map((form) => [form, name.split(' ')] as const);
    }),
);
