using Workflow.Definitions.Expressions;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>The names one file may use: the process, or one use of a fragment.</summary>
internal sealed class Scope(Walk walk, Scope? parent = null, string prefix = "") : INames
{
    /// <summary>Marks a name that is already final: an argument keeps the meaning it had where it was written.</summary>
    public const char Final = '/';

    public Walk Walk { get; } = walk;

    /// <summary>The uses that lead here: the same in both walks.</summary>
    public string Path { get; init; } = "";

    public Scope? Parent { get; } = parent;

    public string Prefix { get; } = prefix;

    /// <summary>The steps and moments that the fragment shows to its user.</summary>
    public HashSet<string> Exports { get; } = new(StringComparer.Ordinal);

    /// <summary>Names in conditions that stand for arguments.</summary>
    public Dictionary<string, string> Arguments { get; } = new(StringComparer.Ordinal);

    /// <summary>Lets names in conditions stand for those of the arguments that are words.</summary>
    public void Give(IReadOnlyDictionary<string, SyntaxNode> arguments)
    {
        foreach (var (name, value) in arguments)
            if (value is ScalarSyntax text)
                Arguments[name] = text.Text;
    }

    /// <summary>The same names, and in conditions one more.</summary>
    public Scope Where(string name, string means)
    {
        var wider = new Scope(Walk, Parent, Prefix)
        {
            Path = Path,
            UsedAt = UsedAt,
            Fragment = Fragment,
        };
        foreach (var (word, argument) in Arguments)
            wider.Arguments[word] = argument;
        wider.Arguments[name] = means;
        return wider;
    }

    /// <summary>A field that a step asks for; null where there is no such step or field.</summary>
    public Field? FieldOf(StepSymbol? step, string field) =>
        step is null ? null : Walk.Known.Steps.GetValueOrDefault(step.Id)?.Fields.GetValueOrDefault(field);

    /// <summary>The files open around this one, to refuse a fragment inside itself.</summary>
    public IEnumerable<Scope> Chain => Parent is null ? [this] : Parent.Chain.Prepend(this);

    /// <summary>Where the fragment is used; null for the process.</summary>
    public Position? UsedAt { get; init; }

    /// <summary>The fragment's id; null for the process.</summary>
    public string? Fragment { get; init; }

    public void Error(Position at, Message problem) => Walk.Problems.Error(at, problem);

    /// <summary>The final form of a name written here.</summary>
    public string Named(string name) => name.StartsWith(Final) ? name[1..] : Prefix + name;

    public StepSymbol? Step(string name) =>
        Walk.Known.Steps.GetValueOrDefault(Named(name)) is { } step && Sees(name, step.Owner) ? step : null;

    public string? Moment(string name) =>
        Walk.Known.Moments.TryGetValue(Named(name), out var owner) && Sees(name, owner) ? Named(name) : null;

    public IEnumerable<string> StepNames => Walk.Known.Steps.Values.Where(s => Sees(s.Id, s.Owner, final: true)).Select(s => Short(s.Id));

    public IEnumerable<string> MomentNames => Walk.Known.Moments.Where(m => Sees(m.Key, m.Value, final: true)).Select(m => Short(m.Key));

    Typed? INames.Find(NameTerm name) => new NameFinder(this).Find(name);

    IEnumerable<string> INames.Known(NameTerm name) => new NameFinder(this).Like(name);

    Message? INames.Fault(NameTerm name) => new NameFinder(this).Fault(name);

    private bool Sees(string name, Scope owner, bool final = false) => name.StartsWith(Final) || Visible(final ? name : Named(name), owner);

    // Own names, and what used fragments export level by level.
    private bool Visible(string id, Scope owner)
    {
        for (var scope = owner; scope.Path != Path; scope = scope.Parent)
            if (
                scope.Parent is null
                || !id.StartsWith(scope.Prefix, StringComparison.Ordinal)
                || !scope.Exports.Contains(id[scope.Prefix.Length..])
            )
                return false;
        return true;
    }

    private string Short(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;
}
