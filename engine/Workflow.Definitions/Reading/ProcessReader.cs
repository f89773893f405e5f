using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Papers;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Reading.Steps;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads a process file in one walk.</summary>
internal static class ProcessReader
{
    // Stands in for days that do not read, which is an error already.
    private static readonly PeriodInForce Always = new(DateOnly.MinValue, null);

    public static ProcessDefinition? Read(Walk walk, Parts parts, SyntaxNode root)
    {
        if (Shape.Of(new Scope(walk), root, DefinitionKeys.Process, Things.Process) is not { } file)
            return null;
        walk.Places.File = file.At;
        file.Placed("");
        // Names first, then what the file declares, then the steps that use both: their fragments declare more.
        var header = Header(file);
        walk.Declare(file);
        return Rules(file, Declared(parts, Work(file, header)));
    }

    private static ProcessDefinition Header(Shape file)
    {
        var inForce = InForceReader.Read(file, Things.TheProcess);
        file.Scope.Walk.InForceFrom = inForce?.From;
        return new ProcessDefinition
        {
            Id = file.Id("process", Things.Id, Things.IdOfTheProcess) ?? "",
            Title = HeaderReader.Title(file, Things.TheProcess),
            InForce = inForce ?? Always,
            Item = HeaderReader.Item(file),
            Offices = HeaderReader.Offices(file),
            Parties = HeaderReader.Parties(file),
            Steps = [],
        };
    }

    private static ProcessDefinition Declared(Parts parts, ProcessDefinition process) =>
        process with
        {
            Basis = [.. parts.Basis],
            Form = [.. parts.Form],
            Materials = [.. parts.Materials],
            Documents = [.. parts.Documents],
            Clocks = [.. parts.Clocks],
            Ends = parts.Ends.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Moments = parts.Moments.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

    private static ProcessDefinition Work(Shape file, ProcessDefinition process)
    {
        return process with
        {
            Steps = Steps(file),
            AnyTime = NodeReader.AnyTime(file.Scope, TerminationReader.Onto(file, process.Item.Lead)),
            Termination = TerminationReader.Id(file),
            After = file["after"] is { } after ? NodeReader.List(file.Scope, after) : [],
        };
    }

    private static ImmutableArray<Node> Steps(Shape file)
    {
        var steps = file.Required("steps", Things.TheProcess) is { } list ? NodeReader.List(file.Scope, list) : [];
        if (file["steps"] is ListSyntax { Items.Count: 0 } none)
            file.Scope.Error(none.At, StepProblems.NoSteps());
        return steps;
    }

    private static ProcessDefinition Rules(Shape file, ProcessDefinition process)
    {
        var scope = file.Scope;
        return process with
        {
            Fees = [.. file.Each("fees", FeeReader.Read)],
            Grounds = scope.Walk.Found.Grounds.ToImmutableSortedDictionary(StringComparer.Ordinal),
            RoleTitles = RoleTitles.Of(scope.Walk),
            Remedies = RemedyBodiesReader.Read(scope, file["remedies"]),
            Returns = WorkReader.Returns(scope, file["return"]),
            Retention = HeaderReader.Retention(scope, file["retention"]),
            LateRecordingWorkingDays = HeaderReader.LateRecording(scope, file["late-recording"]),
        };
    }
}
