using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Workflow.Definitions.Drawing;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Host.Wording;

namespace Workflow.Host.Screens.Sheets;

/// <summary>The picture of a process, with how a case stands in it.</summary>
internal static class CasePicture
{
    /// <summary>Returns the picture of a process of which no case runs.</summary>
    internal static MarkupString Of(ProcessDefinition process, Words words) => Drawn(process, PictureState.None, words);

    /// <summary>Returns the picture of a case.</summary>
    /// <param name="process">Its process.</param>
    /// <param name="state">How it stands, as its reader sees it.</param>
    /// <param name="changed">The steps, by key, that something has just changed.</param>
    /// <param name="words">The language.</param>
    internal static MarkupString Of(ProcessDefinition process, CaseState state, IEnumerable<string> changed, Words words) =>
        Drawn(process, new PictureState(Marks(state), [.. changed.Select(StepKey.IdOf)]), words);

    private static MarkupString Drawn(ProcessDefinition process, PictureState state, Words words)
    {
        var title = words.Title(process.Title);
        return new MarkupString(PictureSvg.Element(ProcessPicture.Of(process, words.Language), title, state));
    }

    // Of a step that opens once for each row the one that is least far counts.
    private static ImmutableDictionary<string, BoxMark> Marks(CaseState state) =>
        state.Steps.Values.GroupBy(s => StepKey.IdOf(s.Key)).ToImmutableDictionary(of => of.Key, of => of.Select(Mark).Min());

    private static BoxMark Mark(StepState step) =>
        step.Status switch
        {
            StepStatus.Open or StepStatus.Following => BoxMark.Open,
            StepStatus.Done => BoxMark.Done,
            StepStatus.Skipped or StepStatus.Withdrawn => BoxMark.Passed,
            _ => throw new UnreachableException($"No mark for {step.Status}."),
        };
}
