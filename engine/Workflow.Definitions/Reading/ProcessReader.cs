using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads a process file in one walk.</summary>
internal static class ProcessReader
{
    // Stands in for days that do not read, which is an error already.
    private static readonly PeriodInForce Always = new(DateOnly.MinValue, null);

    public static ProcessDefinition? Read(Walk walk, SyntaxNode root)
    {
        var scope = new Scope(walk);
        if (Shape.Of(scope, root, DefinitionKeys.Process, Things.Process) is not { } file)
            return null;
        walk.Places.File = file.At;
        file.Placed("");
        var inForce = InForceReader.Read(scope, file.Required("in-force", Things.TheProcess));
        walk.InForceFrom = inForce?.From;
        var (offices, parties) = (HeaderReader.Offices(file), HeaderReader.Parties(file));
        walk.Parts.Read(file);
        var (steps, anyTime) = Steps(file);
        return new ProcessDefinition
        {
            Id = file.Id("process", Things.Id, Things.IdOfTheProcess) ?? "",
            Title = HeaderReader.Title(scope, file.Required("title", Things.TheProcess)),
            InForce = inForce ?? Always,
            Item = HeaderReader.Item(file),
            Basis = [.. walk.Parts.Basis],
            Offices = offices,
            Parties = parties,
            Form = [.. walk.Parts.Form],
            Materials = [.. walk.Parts.Materials],
            Documents = [.. walk.Parts.Documents],
            Fees = [.. file.Each("fees", FeeReader.Read)],
            Clocks = [.. walk.Parts.Clocks],
            Steps = steps,
            AnyTime = anyTime,
            After = file["after"] is { } after ? NodeReader.List(scope, after) : [],
            Ends = walk.Parts.Ends.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Papers = PaperRules.OfTheIssuer,
            Remedies = HeaderReader.Remedies(scope, file["remedies"]),
            Returns = WorkReader.Returns(scope, file["return"]),
            Retention = HeaderReader.Retention(scope, file["retention"]),
            LateRecordingWorkingDays = HeaderReader.LateRecording(scope, file["late-recording"]),
        };
    }

    private static (ImmutableArray<Node>, ImmutableArray<StepNode>) Steps(Shape file)
    {
        var steps = file.Required("steps", Things.TheProcess) is { } list ? NodeReader.List(file.Scope, list) : [];
        if (file["steps"] is ListSyntax { Items.Count: 0 } none)
            file.Scope.Error(none.At, StepProblems.NoSteps());
        return (steps, NodeReader.AnyTime(file.Scope, file["any-time"]));
    }
}
