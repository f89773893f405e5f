using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>An act of a move with what stands beside it: what everybody who reads an act is given.</summary>
/// <param name="Scope">The walk that problems go to.</param>
/// <param name="Move">The move, with what stands beside the act.</param>
/// <param name="Act">The act: its key says which, its value whom or what it is about.</param>
/// <param name="Names">The names of the process.</param>
internal sealed record ActScope(Scope Scope, Shape Move, MapEntry Act, StoryNames Names)
{
    internal string Key => Act.Key;

    internal SyntaxNode Value => Act.Value;

    internal string Reasons => Text("reasons") ?? "";

    internal string? Text(string key) => Move.Text(key, Things.TheKey(key));

    internal string? Step() => Names.Step(Scope, Value);

    internal string? Clock() => Names.Clock(Scope, Value);

    internal string? BesideStep() => Names.Step(Scope, Move["step"]);

    /// <summary>The text of a key that the act cannot do without; null after reporting that it is missing.</summary>
    internal string? Required(string key) => Values.Scalar(Scope, Move.Required(key, Things.Quoted(Key)), Things.TheKey(key))?.Text;

    internal CaseCommand? AtStep(Func<string, CaseCommand> make) => Step() is { } step ? make(step) : null;

    internal CaseCommand? OfClock(Func<string, CaseCommand> make) => Clock() is { } clock ? make(clock) : null;

    internal CaseCommand? OfText(Message what, Func<string, CaseCommand> make) =>
        Values.Passage(Scope, Value, what) is { } text ? make(text) : null;

    internal CaseCommand? OfPerson(Func<string, string, CaseCommand> make)
    {
        var (step, person) = (Step(), Names.Person(Scope, Move.Required("person", Things.Quoted(Key))));
        return step is null || person is null ? null : make(step, person);
    }
}
