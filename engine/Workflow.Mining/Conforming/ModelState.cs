namespace Workflow.Mining.Conforming;

/// <summary>Where every node stands, one character each, then the counters, then whether the case has ended. As a string it is compared and remembered.</summary>
internal sealed class ModelState
{
    private const char Untouched = (char)0;
    private const char Open = (char)1;
    private const char MayApply = (char)2;
    private const char Skipped = (char)3;
    private const int FirstOutcome = 4;

    private readonly ProcessModel _model;
    private readonly char[] _at;

    private ModelState(ProcessModel model, char[] at) => (_model, _at) = (model, at);

    internal static ModelState Start(ProcessModel model) => new(model, new char[model.Nodes.Count + model.Counters + 1]);

    internal static ModelState Of(ProcessModel model, string text) => new(model, text.ToCharArray());

    internal bool HasEnded
    {
        get => _at[^1] != Untouched;
        set => _at[^1] = value ? Open : Untouched;
    }

    internal bool IsUntouched(ModelNode node) => _at[node.Index] == Untouched;

    internal bool IsOpen(ModelNode node) => _at[node.Index] == Open;

    /// <summary>Whether it stands open under a condition that the log does not decide.</summary>
    internal bool IsDoubtful(ModelNode node) => _at[node.Index] == MayApply;

    internal bool IsFollowing(ModelNode node) => _at[node.Index] >= FirstOutcome && (_at[node.Index] - FirstOutcome) % 2 == 0;

    internal bool IsDone(ModelNode node) => _at[node.Index] >= FirstOutcome && (_at[node.Index] - FirstOutcome) % 2 == 1;

    /// <summary>The outcome it has; null before.</summary>
    internal ModelOutcome? OutcomeOf(ModelNode node) =>
        _at[node.Index] >= FirstOutcome ? node.Outcomes[(_at[node.Index] - FirstOutcome) / 2] : null;

    internal void SetOpen(ModelNode node, bool? applies) =>
        _at[node.Index] = applies switch
        {
            true => Open,
            false => Skipped,
            _ => MayApply,
        };

    internal void Skip(ModelNode node) => _at[node.Index] = Skipped;

    internal void Undo(ModelNode node) => _at[node.Index] = Untouched;

    internal void Undo(IEnumerable<ModelNode> nodes)
    {
        foreach (var node in nodes)
            Undo(node);
    }

    /// <summary>Undoes a node and forgets how often its outcomes were taken.</summary>
    internal void Begin(ModelNode node)
    {
        Undo(node);
        foreach (var outcome in node.Outcomes.Where(o => o.Counter >= 0))
            _at[_model.Nodes.Count + outcome.Counter] = Untouched;
    }

    internal void Finish(ModelOutcome outcome) => _at[outcome.Node.Index] = (char)(FirstOutcome + 2 * outcome.Place + 1);

    /// <summary>Gives a node its outcome; what the outcome brings with it is for the walk.</summary>
    internal void Complete(ModelOutcome outcome)
    {
        _at[outcome.Node.Index] = (char)(FirstOutcome + 2 * outcome.Place + (outcome.Follows ? 0 : 1));
        if (outcome.Counter >= 0 && Count(outcome) < char.MaxValue)
            _at[_model.Nodes.Count + outcome.Counter]++;
    }

    internal bool IsUsedUp(ModelOutcome outcome) => outcome.AtMost is { } most && Count(outcome) >= most;

    /// <summary>Whether a moment is marked; null where it lies within what led back, since a way back leaves it marked.</summary>
    internal bool? IsMarked(string moment) =>
        _model.Nodes.Any(n => Marks(OutcomeOf(n), moment)) ? true
        : _model.Nodes.SelectMany(n => n.Outcomes).Any(o => HasLedBack(o) && HasMark(o, moment)) ? null
        : false;

    private bool HasLedBack(ModelOutcome outcome) => outcome is { GoesBack: true, Counter: >= 0 } && Count(outcome) > 0;

    private static bool HasMark(ModelOutcome outcome, string moment) =>
        outcome.Steps.SelectMany(n => n.Whole).SelectMany(n => n.Outcomes).Prepend(outcome).Any(o => Marks(o, moment));

    private static bool Marks(ModelOutcome? outcome, string moment) => outcome?.Rule.Marks.Any(m => m.Moment == moment) == true;

    /// <summary>Closes what is still open inside, as a block does that is left. What has its outcome keeps it: later conditions may ask for it.</summary>
    internal void CloseInside(IEnumerable<ModelNode> nodes)
    {
        foreach (var node in nodes)
            if (IsFollowing(node))
                Finish(OutcomeOf(node)!);
            else if (IsOpen(node) || IsDoubtful(node))
                Skip(node);
    }

    public override string ToString() => new(_at);

    private int Count(ModelOutcome outcome) => _at[_model.Nodes.Count + outcome.Counter];
}
