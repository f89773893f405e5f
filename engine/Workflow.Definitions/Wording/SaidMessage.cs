using Workflow.Engine.Messages;

namespace Workflow.Definitions.Wording;

/// <summary>Messages in words.</summary>
public static class SaidMessage
{
    extension(Message message)
    {
        /// <summary>The message in Chinese.</summary>
        public Said Chinese => MessageTable.Shipped.Say(message, Language.Zh);

        /// <summary>The message in English.</summary>
        public Said English => MessageTable.Shipped.Say(message, Language.En);
    }
}
