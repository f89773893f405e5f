using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Drawing;

/// <summary>Draws a process from top to bottom: branches side by side, what an outcome brings to the right of its step, after-care below the end, any-time steps last.</summary>
public sealed class ProcessPicture
{
    private const int Margin = 16;
    private const int StepWidth = 176;
    private const int StepHeight = 52;
    private const int EndHeight = 30;
    private const int LetterSize = 12;

    private readonly ProcessDefinition _process;
    private readonly Language _language;

    private ProcessPicture(ProcessDefinition process, Language language) => (_process, _language) = (process, language);

    /// <summary>Returns the picture of a process.</summary>
    /// <param name="process">The process.</param>
    /// <param name="language">The language of its words.</param>
    public static Picture Of(ProcessDefinition process, Language language)
    {
        var picture = new ProcessPicture(process, language);
        var (whole, canvas) = (picture.Main(), new Canvas());
        whole.Draw(canvas, Margin, Margin);
        var (width, height) = (whole.Width + 2 * Margin, whole.Height + 2 * Margin);
        return canvas.Whole(width, height + picture.Beside(canvas, width, height));
    }

    private Stack Main() => new([.. Steps(_process.Steps), End(Ends.Done, BoxKind.Choice), .. Steps(_process.After)]);

    // Steps that wait for no other stand in rows below all the others. Returns how tall the rows are.
    private int Beside(Canvas canvas, int width, int top)
    {
        var inRow = Math.Max(1, (width - Margin) / (StepWidth + Margin));
        foreach (var (i, step) in _process.AnyTime.Index())
            AnyTime(step).Draw(canvas, Margin + i % inRow * (StepWidth + Margin), top + i / inRow * (StepHeight + Margin));

        return (_process.AnyTime.Length + inRow - 1) / inRow * (StepHeight + Margin);
    }

    private BoxBlock AnyTime(StepNode step) => new(step.Id, BoxKind.AnyTime, Said(step.Words()), Said(Who(step.By)), StepWidth, StepHeight);

    private IEnumerable<Block> Steps(IEnumerable<Node> nodes) => nodes.Select(One);

    private Block One(Node node) =>
        node switch
        {
            ParallelNode parallel => Parallel(parallel),
            ChoiceNode choice => Choice(choice),
            WorkNode work => Work(work),
            _ => throw new UnreachableException($"No drawing of {node.GetType().Name}."),
        };

    private FanBlock Choice(ChoiceNode choice) => new(Diamond(choice), [.. choice.Cases.Select(c => Case(c.Body))]);

    private Arm Case(OutcomeRule body) => new(IsNamed(body) ? Said(body.Words()) : "", Body(body));

    private BoxBlock Diamond(ChoiceNode choice) =>
        choice.Title == choice.Id
            ? new BoxBlock(choice.Id, BoxKind.Choice, "", "", EndHeight, EndHeight / 2)
            : new BoxBlock(choice.Id, BoxKind.Choice, Said(choice.Words()), "", StepWidth, EndHeight);

    // What nobody named is told by what follows.
    private static bool IsNamed(OutcomeRule body) => body.Title != body.Id;

    private Block Parallel(ParallelNode parallel)
    {
        var fan = new FanBlock(
            new BoxBlock(parallel.Id, BoxKind.Bar, Said(parallel.Words()), "", StepWidth, EndHeight),
            [.. parallel.Branches.Select(b => new Arm("", new Stack([.. Steps(b.Steps)])))]
        );
        return Body(parallel.Done) is { } after ? new Stack([fan, after]) : fan;
    }

    private Block Work(WorkNode work)
    {
        var box = new BoxBlock(work.Id, BoxKind.Step, Said(work.Words()), Doers(work), StepWidth, StepHeight);
        var ways = work.Outcomes.Select(o => new Arm(Said(o.Words()), Body(o))).ToLookup(a => a.Body is null);
        return ways[false].Any() ? new SidesBlock(box, [.. ways[false]], List(ways[true].Select(a => a.Title))) : box;
    }

    // What follows an outcome before the next item; null where that follows at once.
    private Stack? Body(OutcomeRule outcome)
    {
        ImmutableArray<Block> blocks = [.. Steps(outcome.Steps), .. WayOn(outcome.Exit)];
        return blocks.IsEmpty ? null : new Stack(blocks);
    }

    private IEnumerable<Block> WayOn(Exit? exit) =>
        exit switch
        {
            null => [],
            EndExit end => [End(end.Result, BoxKind.End)],
            BackExit back => [Chip(BoxKind.Back, Said(_process.NodeName(back.To)))],
            LeaveExit leave => [Chip(BoxKind.Leave, Said(_process.NodeName(leave.Block)))],
            _ => throw new UnreachableException($"No drawing of {exit.GetType().Name}."),
        };

    private BoxBlock End(string result, BoxKind kind) => Chip(kind, Said(_process.EndName(result)));

    private static BoxBlock Chip(BoxKind kind, string title) =>
        new("", kind, title, "", Math.Clamp(Letters.Width(title, LetterSize) + 40, 84, StepWidth), EndHeight);

    private string Doers(WorkNode work) =>
        work switch
        {
            StepNode step => Said(Who(step.By)),
            DrawNode draw => Said(Who(draw.By)),
            JointNode joint => List(joint.Participants.Select(p => Said(Who(p.By))).Distinct()),
            WaitNode or CallNode => "",
            _ => throw new UnreachableException($"No drawing of {work.GetType().Name}."),
        };

    private NameValue Who(Assignee by) =>
        by switch
        {
            OfficeRole office => _process.OfficeName(office.Office),
            PartyRole party => _process.PartyName(party.Role),
            FieldOffice field => _process.FieldName(field.Field),
            _ => throw new UnreachableException($"No drawing of {by.GetType().Name}."),
        };

    private string List(IEnumerable<string> words) => string.Join(_language == Language.Zh ? "、" : ", ", words);

    private string Said(NameValue name) => Said(new LocalizedText(name.Zh, name.En));

    private string Said(LocalizedText text) => text.In(_language);
}
