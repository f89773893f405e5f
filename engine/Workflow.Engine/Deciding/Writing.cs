using System.Text.Json;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding;

/// <summary>
/// What people write shows what it holds: no text of a command can act on a terminal or pass for a line of a replay. Asked of new
/// commands at the door, on their stored form, so that no text of any command is left out; what the ledger holds is not asked again.
/// </summary>
public static class Writing
{
    // Texts under these names are free prose and may run over several lines.
    private static readonly string[] Passages = ["reasons", "text", "opinion", "question", "words"];

    // Values under these names are checked against their fields.
    private static readonly string[] Values = ["form", "fields"];

    /// <summary>Returns what is wrong with the texts of a command and its proof; null when nothing is.</summary>
    public static Refusal? Check(Request request)
    {
        if (request.Document is { } document && PlainText.FirstOffLine(document) is { } sign)
            return TextRefusals.NotALine(document, sign);
        return Check("", LedgerJson.Element(request.Command));
    }

    private static Refusal? Check(string name, JsonElement written) =>
        written.ValueKind switch
        {
            JsonValueKind.String => Text(name, written.GetString()!),
            JsonValueKind.Array => written.EnumerateArray().Select(item => Check(name, item)).FirstOrDefault(r => r is not null),
            JsonValueKind.Object => written.EnumerateObject().Select(Member).FirstOrDefault(r => r is not null),
            _ => null,
        };

    private static Refusal? Member(JsonProperty member) =>
        Line(member.Name) ?? (Values.Contains(member.Name) ? Entered(member.Value) : Check(member.Name, member.Value));

    // Rows of a table are values of values.
    private static Refusal? Entered(JsonElement written) =>
        written.ValueKind switch
        {
            JsonValueKind.String => Passage(written.GetString()!),
            JsonValueKind.Array => written.EnumerateArray().Select(Entered).FirstOrDefault(r => r is not null),
            JsonValueKind.Object => written
                .EnumerateObject()
                .Select(value => Line(value.Name) ?? Entered(value.Value))
                .FirstOrDefault(r => r is not null),
            _ => null,
        };

    private static Refusal? Text(string name, string text) => Passages.Contains(name) ? Passage(text) : Line(text);

    // Where papers are read, the mark is turned into the value that it stands for.
    private static Refusal? Reference(string text) =>
        text.Contains(SealedValue.Mark, StringComparison.OrdinalIgnoreCase) ? TextRefusals.Reference(text) : null;

    private static Refusal? Line(string text) =>
        PlainText.FirstOffLine(text) is { } sign ? TextRefusals.NotALine(text, sign) : Reference(text);

    private static Refusal? Passage(string text) =>
        PlainText.FirstOffPassage(text) is { } sign ? TextRefusals.NotPlain(text, sign) : Reference(text);
}
