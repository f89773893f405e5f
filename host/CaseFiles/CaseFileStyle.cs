using System.Globalization;
using Workflow.Host.Wording;

namespace Workflow.Host.CaseFiles;

/// <summary>How a case file looks on a screen and on A4: each paper on a page of its own, the case's number and the page's on every page.</summary>
internal static class CaseFileStyle
{
    private const string Cell =
        "border: 1px solid #666; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere";
    private const string Written = "white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0";
    private const string Marks = ".void { color: #a40000 } .n { white-space: nowrap } code { overflow-wrap: anywhere }";

    private const string Style = $$"""
        body { font: 16px/1.7 "Noto Serif CJK SC", "SimSun", serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #111 }
        h1 { text-align: center; font-size: 1.6rem } h2 { font-size: 1.2rem; border-bottom: 1px solid #111; margin-top: 2.5rem }
        h3 { font-size: 1.05rem } h4 { font-size: 1rem; margin-bottom: .4rem }
        table { border-collapse: collapse; width: 100% } th, td { {{Cell}} }
        th { white-space: nowrap } pre { {{Written}} } {{Marks}}
        @media print {
          body { margin: 0; max-width: none; padding: 0; font-size: 11pt } a { color: inherit; text-decoration: none }
          h2, h3, article { break-before: page } h2 + h3, h2 + article, h3 + article, h1 + table { break-before: avoid }
          h2, h3, h4, thead { break-after: avoid } thead { display: table-header-group } tr { break-inside: avoid }
        }
        """;

    internal static string For(string title, Words words) =>
        $$"""
            {{Style}}
            {{CaseFilePages.Style}}
            @page {
              size: A4; margin: 25mm 20mm 20mm 25mm;
              @top-center { content: "{{Quoted(title)}}"; font: 9pt serif }
              @bottom-center { content: "{{Quoted(words["file.page.before"])}}" counter(page) "{{Quoted(
                words["file.page.of"]
            )}}" counter(pages) "{{Quoted(words["file.page.after"])}}"; font: 9pt serif }
            }
            """;

    // Inside a string of a style sheet inside a page: whatever is no letter or digit is written by its code.
    private static string Quoted(string text) => string.Concat(text.EnumerateRunes().Select(Quoted));

    private static string Quoted(System.Text.Rune sign) =>
        System.Text.Rune.IsLetterOrDigit(sign) ? sign.ToString() : $"\\{sign.Value.ToString("X6", CultureInfo.InvariantCulture)}";
}
