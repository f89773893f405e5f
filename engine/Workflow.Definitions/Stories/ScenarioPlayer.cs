using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Definitions.Stories;

/// <summary>Plays a scenario through a door, move by move, and says what was otherwise than expected.</summary>
public static class ScenarioPlayer
{
    /// <summary>Plays a scenario in a simulation of its own.</summary>
    public static ScenarioResult Play(Scenario scenario, ScenarioWorld world) =>
        Play(scenario, new Simulation(world, scenario.CalendarKnown), world);

    /// <summary>Plays a scenario through a door. After a failure it goes on: every difference is reported at once.</summary>
    public static ScenarioResult Play(Scenario scenario, ICaseDoor door, ScenarioWorld world)
    {
        var (failures, numbers) = (ImmutableArray.CreateBuilder<Problem>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var stage = new Stage(scenario, world, numbers, failures);
        foreach (var move in scenario.Moves)
            if (!MayGoOn(move, door, stage))
                break;
        return new ScenarioResult(scenario, failures.ToImmutable(), [.. numbers.Values]);
    }

    private static bool MayGoOn(Move move, ICaseDoor door, Stage stage)
    {
        try
        {
            return Play(move, door, stage);
        }
        catch (InvalidOperationException fault)
        {
            // The definition led the engine into a corner: the designer sees where, and the rest of the story makes no sense.
            stage.Fail(move.At, ScenarioProblems.BrokeDown(MachineText.Of(fault)));
            return false;
        }
    }

    // False when the story cannot go on: there is no case that it could be about.
    private static bool Play(Move move, ICaseDoor door, Stage stage)
    {
        var at = stage.InstantOf(move);
        if (move.Request is null)
            door.Advance(at);
        else if (!Act(move, move.Request, at, door, stage))
            return false;
        Compare(move, stage.Numbers.GetValueOrDefault(move.Case) is { } number ? door.State(number) : null, stage);
        return true;
    }

    private static void Compare(Move move, CaseState? state, Stage stage)
    {
        var check = new ExpectationCheck(stage.World, state, move.Day);
        foreach (var expected in move.Expect)
            if (check.Actual(expected) is var actual && actual != expected.Value)
                stage.Fail(expected.At, ScenarioProblems.Expected(Words(expected), expected.Value, actual));
    }

    private static bool Act(Move move, Request request, DateTimeOffset at, ICaseDoor door, Stage stage)
    {
        if (request.Command is not Lodge && !stage.Numbers.ContainsKey(move.Case))
        {
            stage.Fail(move.At, ScenarioProblems.NoCase());
            return false;
        }

        var answer = door.Submit(request.Command is Lodge ? null : stage.Numbers[move.Case], request, at);
        if (answer is { Refusal: null, Case: { } number })
            stage.Numbers[move.Case] = number;
        Judge(move, answer.Refusal, stage);
        return answer.Case is not null || move.RefusedWith is not null;
    }

    private static void Judge(Move move, Refusal? refusal, Stage stage)
    {
        if (refusal?.Code == move.RefusedWith)
            return;
        if (refusal is null)
            stage.Fail(move.At, ScenarioProblems.NotRefused(move.RefusedWith!));
        else if (move.RefusedWith is null)
            stage.Fail(move.At, ScenarioProblems.Refused(refusal.Code, refusal.Message));
        else
            stage.Fail(move.At, ScenarioProblems.RefusedOtherwise(move.RefusedWith, refusal.Code, refusal.Message));
    }

    private static Message Words(Expectation expected)
    {
        var key = expected.Subject.ToString().ToLowerInvariant();
        return expected.Name is { } name ? Subjects.Named(key, name) : Subjects.Whole(key);
    }

    // What the moves of one scenario share.
    private sealed record Stage(
        Scenario Scenario,
        ScenarioWorld World,
        Dictionary<string, string> Numbers,
        ImmutableArray<Problem>.Builder Failures
    )
    {
        private PublishedProcess Process => World.Nearest(Scenario.Process, Scenario.Moves[0].Day)!;

        internal DateTimeOffset InstantOf(Move move) => World.Calendar(Process, move.Day).InstantOf(move.Day, move.Time);

        internal void Fail(Position at, Message problem) => Failures.Add(new Problem(at, problem));
    }
}
