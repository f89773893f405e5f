using System.Text.Json;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Definitions.Lint.Writing;

/// <summary>Writes problems as SARIF 2.1.0, which code hosts and editors show at the line.</summary>
public static class LintSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Returns one log with one run. Codes of the reader that were found are rules too.</summary>
    public static string Write(IReadOnlyCollection<Problem> problems, Language language)
    {
        var rules = Rules(problems, language);
        return LintJson.Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            Run(json, problems, rules, language);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static List<RuleExplanation> Rules(IEnumerable<Problem> problems, Language language)
    {
        var own = RuleExplanation.Rules.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var others = problems.Where(p => !own.Contains(p.Code)).DistinctBy(p => p.Code);
        return [.. RuleExplanation.Rules, .. others.Select(p => RuleExplanation.Of(p.Code) ?? RuleExplanation.ByExample(p, language))];
    }

    private static void Run(Utf8JsonWriter json, IReadOnlyCollection<Problem> problems, List<RuleExplanation> rules, Language language)
    {
        json.WriteStartObject();
        Tool(json, rules, language);

        // Columns are counted as the reader counts them: in UTF-16 code units.
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var problem in problems)
            Result(json, problem, rules.FindIndex(r => r.Code == problem.Code), language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Tool(Utf8JsonWriter json, List<RuleExplanation> rules, Language language)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "workflow lint");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            Rule(json, rule, language);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, RuleExplanation rule, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Code);
        Message(json, "shortDescription", rule.What.In(language));
        Message(json, "fullDescription", (rule.Why ?? rule.What).In(language));
        if (rule.Cure is { } cure)
            Message(json, "help", cure.In(language));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, Problem problem, int rule, Language language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", problem.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(problem.Severity));
        Message(json, "message", problem.In(language).ToString());
        json.WriteStartArray("locations");
        Location(json, problem.At);
        json.WriteEndArray();
        json.WritePropertyName("properties");
        FoundProblem.ValuesOf(problem, language).WriteTo(json);
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, Position at)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', at.File.Split('/', '\\').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", at.Line);
        json.WriteNumber("startColumn", at.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity == Severity.Error ? "error" : "warning";
}
