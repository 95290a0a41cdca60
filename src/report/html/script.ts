/** Comfort only: filters, folding all at once, and opening the fold that an address lies in. The page reads without it. */
export const SCRIPT = `
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const controls = document.getElementById('filters');
  const told = document.getElementById('shown');
  const folds = all('details.fold');
  const wanted = (name) => new Set(all('input[name="' + name + '"]:checked').map((box) => box.value));
  const matches = (element, classes, directions) => {
    const own = (element.dataset.class || '').split(' ');
    const ways = (element.dataset.direction || '').split(' ');
    return own.some((name) => classes.has(name)) && ways.some((name) => directions.has(name));
  };
  const filter = () => {
    const [classes, directions] = [wanted('class'), wanted('direction')];
    const everything = all('#filters input[type=checkbox]').every((box) => box.checked);
    for (const element of all('article, tr[data-class], li[data-class]'))
      element.hidden = !everything && !matches(element, classes, directions);
    const articles = all('article[data-class]').filter((one) => one.dataset.class !== '');
    const shown = articles.filter((one) => !one.hidden);
    told.textContent = everything ? '' : shown.length + ' of ' + articles.length + ' changed clauses shown';
  };
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target.parentElement; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target.hidden) target.hidden = false;
    target.scrollIntoView();
  };
  if (controls) {
    controls.hidden = false;
    controls.addEventListener('change', filter);
    document.getElementById('fold').addEventListener('click', () => {
      const open = folds.some((fold) => !fold.open);
      for (const fold of folds) fold.open = open;
    });
    filter();
  }
  addEventListener('hashchange', reveal);
  reveal();
})();
`.trim();
