namespace Workflow.Host.CaseFiles;

/// <summary>
/// The script that gives the papers of a case file their page numbers 页号. No style sheet of today's browsers can put the page of a
/// paper into an index, so the script cuts each paper into sheets of the height of an A4 page, numbers them, and fills in the
/// index. The main file and the side file each begin with 1; cover, index and what follows the papers have none. Without a script
/// each paper still begins on a page of its own, pages are counted through, and the column stays empty.
/// </summary>
internal static class CaseFilePages
{
    private const string Sheet = "page: sheet; break-before: page; break-inside: avoid; position: relative;";
    private const string Size = "box-sizing: border-box; width: 165mm; height: 250mm; padding-bottom: 14mm; font-size: 11pt";
    private const string Unbroken = "break-before: auto; break-after: auto; break-inside: auto";

    /// <summary>The sheets as the script makes them: the room of a page between the margins, in letters of one size on screen and paper.</summary>
    internal const string Style = $$"""
        .sheet { {{Sheet}} {{Size}} }
        .sheet h2, .sheet h3, .sheet h4, .sheet pre { {{Unbroken}} } .sheet > :first-child { margin-top: 0 }
        .folio { position: absolute; bottom: 0; left: 0; right: 0; text-align: center; font-size: 9pt } .paged { page: front }
        @media screen { .sheet { border-bottom: 1px dashed #999; margin-top: 2rem } }
        @page sheet { @bottom-center { content: none } }
        @page front { @bottom-center { content: none } }
        """;

    /// <summary>The script. It reads and writes text alone, so what parties wrote stays text.</summary>
    internal const string Script = """
        (() => {
          const most = 4000, next = {m: 1, s: 1};
          const fits = sheet => sheet.scrollHeight <= sheet.clientHeight;
          const number = (sheet, mark) => {
            const folio = sheet.appendChild(document.createElement('div'));
            folio.className = 'folio';
            folio.textContent = document.body.dataset[mark].replace('#', next[mark]++);
          };
          // How much of a text a sheet takes: whole lines, unless a line alone fills half of it.
          const fill = (sheet, pre, rest) => {
            let [low, high] = [1, Math.min(most, rest.length)];
            while (low < high) {
              const middle = (low + high + 1) >> 1;
              pre.textContent = rest.slice(0, middle);
              if (fits(sheet)) low = middle; else high = middle - 1;
            }
            const line = rest.lastIndexOf('\n', low - 1) + 1;
            if (low < rest.length && line > low / 2) low = line;
            else if (low < rest.length && low > 1 && /[\uDC00-\uDFFF]/.test(rest[low])) low--;
            pre.textContent = rest.slice(0, low);
            return rest.slice(low);
          };
          document.body.classList.add('paged');
          for (const paper of document.querySelectorAll('article')) {
            const mark = paper.id[0], first = next[mark];
            while (paper.previousElementSibling && paper.previousElementSibling.matches('h2, h3'))
              paper.prepend(paper.previousElementSibling);
            let sheet = paper, pre = paper.querySelector('pre'), rest = pre.textContent;
            for (;;) {
              sheet.classList.add('sheet');
              rest = fill(sheet, pre, rest);
              number(sheet, mark);
              if (!rest) break;
              const more = document.createElement('section');
              pre = more.appendChild(document.createElement('pre'));
              sheet.after(more);
              sheet = more;
            }
            const last = next[mark] - 1;
            document.getElementById('at-' + paper.id).textContent = first === last ? first : first + '–' + last;
          }
        })();
        """;
}
