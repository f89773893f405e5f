using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;

namespace Workflow.Engine.Processes;

/// <summary>An item of a list of steps. Ids are unique in the whole process, branches and outcome steps included. A closed set of kinds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(StepNode), "step")]
[JsonDerivedType(typeof(JointNode), "joint")]
[JsonDerivedType(typeof(WaitNode), "wait")]
[JsonDerivedType(typeof(DrawNode), "draw")]
[JsonDerivedType(typeof(CallNode), "call")]
[JsonDerivedType(typeof(ParallelNode), "parallel")]
[JsonDerivedType(typeof(ChoiceNode), "choice")]
public abstract record Node : ITitled
{
    /// <summary>Id, unique in the process; with a fragment's prefix where one was given.</summary>
    public required string Id { get; init; }

    /// <summary>What people see; the id where nobody wrote one.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <summary>When it applies; null always. Otherwise its value is none.</summary>
    public Expression? When { get; init; }

    /// <summary>Whether no jump may pass over it.</summary>
    public bool Mandatory { get; init; }
}

/// <summary>A node at which somebody, or something outside, has to do something.</summary>
public abstract record WorkNode : Node, IGuided
{
    /// <inheritdoc/>
    public LocalizedText? Help { get; init; }

    /// <inheritdoc/>
    public LocalizedText? Risk { get; init; }

    /// <summary>What must exist before it may finish; it may open before.</summary>
    public ImmutableArray<Expression> Needs { get; init; } = [];

    /// <summary>Fields that the actor records, whatever the outcome.</summary>
    public ImmutableArray<Field> Asks { get; init; } = [];

    /// <summary>Whether the actor goes through the list of materials.</summary>
    public bool ChecksMaterials { get; init; }

    /// <summary>What the step is in law (听证, 专家评审 …): clocks that do not count it pause while it is open.</summary>
    public string? Ground { get; init; }

    /// <summary>Its own limit; null for none.</summary>
    public ClockRule? Limit { get; init; }

    /// <summary>Steps that may be opened while it is open.</summary>
    public ImmutableArray<StepNode> AnyTime { get; init; } = [];

    /// <summary>The table field for each row of which it opens once; null for once.</summary>
    public string? ForEach { get; init; }

    /// <summary>The step that fills the table; null for a table of the form.</summary>
    public string? ForEachStep { get; init; }

    /// <summary>The draw for each drawn row of which it opens once; null for none. A step names a table or a draw, not both.</summary>
    public string? ForEachDrawn { get; init; }

    /// <summary>Whether it opens once per row.</summary>
    [JsonIgnore]
    public bool IsRepeated => ForEach is not null || ForEachDrawn is not null;

    /// <summary>Whether a key names the whole of a step that opens once per row: it waits for its rows, and is nobody's task.</summary>
    public bool IsWhole(string key) => IsRepeated && key == Id;

    /// <summary>Who gets a copy when it opens.</summary>
    public ImmutableArray<Assignee> Copies { get; init; } = [];

    /// <summary>Whether an officer who is a party of the case may act here all the same, as where it is only received; null for no.</summary>
    public bool? OwnCase { get; init; }

    /// <summary>Whether the ordinary work is frozen while it is open.</summary>
    public bool Holds { get; init; }

    /// <summary>How it may return the case; null for what the process says.</summary>
    public ReturnRule? Returns { get; init; }

    /// <summary>Its outcomes in the order written; at least one.</summary>
    public required ImmutableArray<OutcomeRule> Outcomes { get; init; }
}

/// <summary>One post or party acts.</summary>
public sealed record StepNode : WorkNode
{
    /// <summary>Who acts.</summary>
    public required Assignee By { get; init; }

    /// <summary>How many different officers must act together; at least 1.</summary>
    public int Officers { get; init; } = 1;

    /// <summary>Qualifications that each of them must hold.</summary>
    public ImmutableArray<string> Qualified { get; init; } = [];

    /// <summary>Steps whose actors may not act here, in any of their runs.</summary>
    public ImmutableArray<string> NotBy { get; init; } = [];

    /// <summary>How the task finds one person of its post; null where it is the post's until somebody takes it.</summary>
    public AssignRule? Assign { get; init; }

    /// <summary>What happens when nobody of the post may do it that day; null for nothing but, where a rule assigns, an alert.</summary>
    public NobodyRule? IfNobody { get; init; }

    /// <summary>The outcome that a rule runs where the one person who has the task acted in the step just before; null where they act again.</summary>
    public string? PassesBySame { get; init; }
}

/// <summary>Several answer; one result.</summary>
public sealed record JointNode : WorkNode
{
    /// <summary>Who answers; at least two.</summary>
    public required ImmutableArray<Participant> Participants { get; init; }

    /// <summary>How the result is found.</summary>
    public required VoteRule Vote { get; init; }

    /// <summary>Returns the participant for which a key on the roll stands, be it that of a seat; null for an added signer and the head.</summary>
    public Participant? ParticipantOf(string key) => Participants.FirstOrDefault(p => p.Key == Seat.ParticipantOf(key));
}

/// <summary>Waits for an outside system, or for a day (its limit then runs an outcome).</summary>
public sealed record WaitNode : WorkNode
{
    /// <summary>The outside system that reports, as a role of the register; null when only a day is awaited.</summary>
    public string? System { get; init; }
}

/// <summary>Draws lots, repeatable by anyone.</summary>
public sealed record DrawNode : WorkNode
{
    /// <summary>Who draws.</summary>
    public required Assignee By { get; init; }

    /// <summary>The table field of the form from whose rows is drawn.</summary>
    public required string From { get; init; }

    /// <summary>How many are drawn; at least 1. Not looked at where <see cref="CountField"/> names a field.</summary>
    public required int Count { get; init; }

    /// <summary>The number field of the form that says how many are drawn; null for <see cref="Count"/>.</summary>
    public string? CountField { get; init; }

    /// <summary>Whether population and seed are sealed before the draw, so that nobody can steer it.</summary>
    public bool Sealed { get; init; }
}

/// <summary>Opens another process as a case of its own and takes its result as the outcome.</summary>
public sealed record CallNode : WorkNode
{
    /// <summary>The id of the outcome that takes every end that no other names.</summary>
    public const string Otherwise = "otherwise";

    /// <summary>The id of the process.</summary>
    public required string Process { get; init; }

    /// <summary>Values of the called case's form, by field id.</summary>
    public ImmutableSortedDictionary<string, Expression> With { get; init; } = ImmutableSortedDictionary<string, Expression>.Empty;
}

/// <summary>Named branches that run at the same time.</summary>
public sealed record ParallelNode : Node
{
    /// <summary>The branches; at least two.</summary>
    public required ImmutableArray<Branch> Branches { get; init; }

    /// <summary>How many branches must end before it is done; null for all. The others are then closed.</summary>
    public int? Join { get; init; }

    /// <summary>What happens when it is done: it has one outcome, <c>done</c>.</summary>
    public required OutcomeRule Done { get; init; }
}

/// <summary>One branch.</summary>
/// <param name="Id">Its name, unique in the block.</param>
/// <param name="Steps">Its steps in order.</param>
public sealed record Branch(string Id, ImmutableArray<Node> Steps);

/// <summary>Takes the first case whose condition holds; its value is that case's id.</summary>
public sealed record ChoiceNode : Node
{
    /// <summary>The cases in order; the last has no condition.</summary>
    public required ImmutableArray<ChoiceCase> Cases { get; init; }
}

/// <summary>One case of a choice.</summary>
/// <param name="When">Its condition; null for otherwise.</param>
/// <param name="Body">What then happens; its id names the case.</param>
public sealed record ChoiceCase(Expression? When, OutcomeRule Body);
