using System.Text.Json.Nodes;
using Workflow.Definitions.Reading;

namespace Workflow.Host.Commands;

/// <summary>Problems as SARIF 2.1.0 (OASIS), for editors and code hosts.</summary>
public static class Sarif
{
    public static JsonObject Of(IReadOnlyList<Problem> problems)
    {
        var rules = problems.Select(p => p.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "workflow lint", ["rules"] = List(rules.Select(r => new JsonObject { ["id"] = r })) } },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = List(problems.Select(p => Result(p, rules.IndexOf(p.Code)))),
            }),
        };
    }

    private static JsonObject Result(Problem problem, int rule) => new()
    {
        ["ruleId"] = problem.Code,
        ["ruleIndex"] = rule,
        ["level"] = problem.Severity == Severity.Error ? "error" : "warning",
        ["message"] = new JsonObject { ["text"] = problem.Hint is null ? problem.Message : $"{problem.Message}; {problem.Hint}" },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = Address(problem.At.File) },
                ["region"] = new JsonObject { ["startLine"] = problem.At.Line, ["startColumn"] = problem.At.Column },
            },
        }),
    };

    private static string Address(string file) =>
        Path.IsPathRooted(file) ? new Uri(file).AbsoluteUri : string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static JsonArray List(IEnumerable<JsonObject> items) => [.. items];
}
