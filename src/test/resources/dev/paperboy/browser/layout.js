// What Layout.java holds, measured in the page.
(() => {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b]
    .map((c) => c / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = channels(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const contrast = (element) => {
    const ink = luminance(channels(getComputedStyle(element).color)) + 0.05;
    const paper = luminance(ground(element)) + 0.05;
    return Math.max(ink, paper) / Math.min(ink, paper);
  };
  const uncovered = (element, box) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== null && (element.contains(top) || top.contains(element));
  };
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    if (node.data.trim() === '' || boxes.length === 0) continue;
    const element = node.parentElement;
    words.push({
      text: node.data.replace(/\s+/g, ' ').trim(),
      element: element.closest('h1, h2, h3, p, td, pre, div, body').localName,
      left: Math.min(...boxes.map((box) => box.left)),
      right: Math.max(...boxes.map((box) => box.right)),
      contrast: contrast(element),
      size: parseFloat(getComputedStyle(element).fontSize),
      uncovered: boxes.every((box) => uncovered(element, box)),
    });
  }
  const root = document.documentElement;
  return {
    viewport: root.clientWidth,
    width: Math.max(root.scrollWidth, document.body.scrollWidth),
    height: root.scrollHeight,
    words,
  };
})()
