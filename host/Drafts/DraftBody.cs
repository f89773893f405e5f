using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;
using Workflow.Host.Cases;

namespace Workflow.Host.Drafts;

/// <summary>Reads a draft: the body of a command at the step, of which anything may still be missing.</summary>
public static class DraftBody
{
    /// <summary>Checks a draft's shape and returns its text as it was sent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="step">The step's key, which the draft may leave out.</param>
    /// <param name="joint">Whether several answer there.</param>
    /// <exception cref="JsonException">It is no object, or a member is unknown, repeated or of another kind.</exception>
    /// <exception cref="RequestRefusedException">It is another command, or about another step.</exception>
    public static string Read(string text, string step, bool joint)
    {
        Texts.RequirePlain(text, CommandBody.MaxDepth);
        var body = CommandBody.Parse(text);
        body.TryAdd("do", joint ? "answer" : "complete");
        body.TryAdd("step", step);
        if (body["do"] is JsonValue what && what.ToString() is var name && Missing(name) is { } missing)
            body.TryAdd(missing, "");
        var named = StepOf(CommandBody.Read(body.ToJsonString()));
        return named == step ? text : throw DraftRefusals.OtherStep(step, named);
    }

    private static string StepOf(CaseCommand command) =>
        command switch
        {
            Complete c => c.Step,
            Answer c => c.Step,
            Reply c => c.Step,
            _ => throw DraftRefusals.Command(),
        };

    private static string? Missing(string command) =>
        command switch
        {
            "complete" => "outcome",
            "reply" => "opinion",
            _ => null,
        };
}
