using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>
/// What titles, ids and grounds commonly mean, by <c>words.yaml</c>. They are a guess, and asked only where a definition has no way to
/// declare it.
/// </summary>
internal sealed class CommonWords
{
    private const string Resource = "words.yaml";
    private const string Any = "*";

    // Before the words of it, which are read from it.
    private static readonly FrozenDictionary<string, CommonWords> All = Read();

    private readonly Regex _ids;
    private readonly Regex _titles;
    private readonly Regex _grounds;

    private CommonWords(Dictionary<string, List<string>> written) =>
        (_ids, _titles, _grounds) = (One(written, "ids"), One(written, "titles"), One(written, "grounds"));

    /// <summary>What the file knows, by name.</summary>
    public static IEnumerable<string> Names => All.Keys;

    public static CommonWords Refusal { get; } = All["refusal"];

    public static CommonWords Negative { get; } = All["negative"];

    public static CommonWords Adverse { get; } = All["adverse"];

    public static CommonWords Consent { get; } = All["consent"];

    public static CommonWords Dissent { get; } = All["dissent"];

    public static CommonWords Revocation { get; } = All["revocation"];

    public static CommonWords Supplement { get; } = All["supplement"];

    public static CommonWords Permit { get; } = All["permit"];

    public static CommonWords Receipt { get; } = All["receipt"];

    public static CommonWords Service { get; } = All["service"];

    public static CommonWords Hearing { get; } = All["hearing"];

    public static CommonWords Verification { get; } = All["verification"];

    public static CommonWords OpenList { get; } = All["open-list"];

    public static CommonWords Statutory { get; } = All["statutory"];

    public static CommonWords OwnMotion { get; } = All["own-motion"];

    public static CommonWords Choice { get; } = All["choice"];

    public static CommonWords Government { get; } = All["government"];

    public bool IsId(string id) => _ids.IsMatch(id);

    /// <summary>Whether an outcome is called so, by its id or its title.</summary>
    public bool Name(OutcomeRule body) => Name(body.Id, body.Title);

    /// <summary>Whether something is called so, by its id or its title.</summary>
    public bool Name(string id, string title) => IsId(id) || IsTitle(title);

    public bool IsTitle(string title) => _titles.IsMatch(title);

    public bool IsGround(string? ground) => ground is not null && _grounds.IsMatch(ground);

    private static FrozenDictionary<string, CommonWords> Read() =>
        ShippedYaml
            .Read<Dictionary<string, Dictionary<string, List<string>>>>(Resource)
            .ToFrozenDictionary(row => row.Key, row => new CommonWords(row.Value), StringComparer.Ordinal);

    // Of no words nothing is one.
    private static Regex One(Dictionary<string, List<string>> written, string kind) =>
        new(
            $"^({string.Join('|', written.GetValueOrDefault(kind, []).Select(Pattern).DefaultIfEmpty("(?!)"))})$",
            RegexOptions.CultureInvariant | RegexOptions.Singleline
        );

    private static string Pattern(string word) => string.Join(".*", word.Split(Any).Select(Regex.Escape));
}
