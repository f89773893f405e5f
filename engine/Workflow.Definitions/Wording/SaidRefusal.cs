using Workflow.Engine.Record.Refusals;

namespace Workflow.Definitions.Wording;

/// <summary>Refusals in words.</summary>
public static class SaidRefusal
{
    extension(Refusal refusal)
    {
        /// <summary>The refusal in Chinese.</summary>
        public Said Chinese => MessageTable.Shipped.Say(refusal, Language.Zh);

        /// <summary>The refusal in English.</summary>
        public Said English => MessageTable.Shipped.Say(refusal, Language.En);
    }
}
