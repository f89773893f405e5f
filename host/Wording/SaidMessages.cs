using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;

namespace Workflow.Host.Wording;

/// <summary>Messages in the language of a reader.</summary>
public static class SaidMessages
{
    /// <summary>Says a message: its sentence, and the way out where there is one.</summary>
    public static string Say(this Words words, Message message) =>
        MessageTable.Shipped.Say(message, words.Language == "en" ? Language.En : Language.Zh).ToString();
}
