using System.Diagnostics;
using Workflow.Definitions.Registers;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Identity;

/// <summary>Calls people by their names where the facts of a decision held only their ids: the register knows everybody, the engine whom it was told of.</summary>
internal static class NamedPeople
{
    /// <summary>Returns an offer whose reason calls people by name.</summary>
    internal static ActionOffer In(ActionOffer offer, Register register) =>
        offer.WhyNot is { } whyNot ? offer with { WhyNot = In(whyNot, register) } : offer;

    /// <summary>Returns a refusal that calls people by name.</summary>
    internal static Refusal In(Refusal refusal, Register register) => new(In(refusal.Message, register));

    private static Message In(Message message, Register register) =>
        new(message.Code, [.. message.Values.Select(v => (v.Name, In(v.Value, register)))]);

    private static MessageValue In(MessageValue value, Register register) =>
        value switch
        {
            NameValue name => name.Id == name.Zh ? register.NameOf(name.Id) ?? name : name,
            ListValue list => MessageValue.List(list.Items.Select(i => In(i, register))),
            PhraseValue phrase => new PhraseValue(In(phrase.Phrase, register)),
            WordsValue or CountValue or DayValue or MomentValue or LengthValue => value,
            _ => throw new UnreachableException($"No people in {value.GetType().Name}."),
        };
}
