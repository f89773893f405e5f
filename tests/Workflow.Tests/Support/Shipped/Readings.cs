using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Support.Shipped;

/// <summary>Reads definitions written in a test.</summary>
internal static class Readings
{
    /// <summary>A process with the given steps; everything else is as small as it can be.</summary>
    public static string Process(string steps, string more = "") =>
        $$"""
            process: sample
            title: 样例
            in-force: 2020-01-01..
            item: {code: S-1, type: 行政许可, lead: aic}
            offices: {aic: 市场监管局, window: 窗口}
            parties: {applicant: 申请人}
            form:
              area: {title: 面积, type: number}
              kind: {title: 类别, of: [自有, 租赁]}
              day: {title: 日期, type: date}
              rows: {title: 表, type: rows, columns: {name: 名称} }
            documents:
              licence: {title: 执照, number: entered}
            {{more}}
            steps:
            {{steps}}
            """;

    public static DefinitionReading Read(string text, params (string Name, string Text)[] fragments) =>
        DefinitionReader.Read("p.yaml", text, DefinitionLibrary.Of(fragments.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))));

    public static string[] Problems(string text, params (string Name, string Text)[] fragments) =>
        [.. Read(text, fragments).Problems.Select(p => p.English)];

    /// <summary>The definitions of the repository as text, by name.</summary>
    public static (string Name, string Text)[] Files() =>
        [
            .. Directory
                .EnumerateFiles(Repository.Definitions, "*.yaml", SearchOption.AllDirectories)
                .Select(f => (Path: f, Name: Path.GetRelativePath(Repository.Definitions, f).Replace('\\', '/')))
                .Where(f =>
                    !f.Name.StartsWith("calendars/", StringComparison.Ordinal)
                    && !f.Name.EndsWith(".scenarios.yaml", StringComparison.Ordinal)
                )
                .OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => (f.Name, File.ReadAllText(f.Path))),
        ];
}
