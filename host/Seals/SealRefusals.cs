using Workflow.Engine.Messages;
using Workflow.Host.Answers;

namespace Workflow.Host.Seals;

/// <summary>What stands against showing or making a seal.</summary>
internal static class SealRefusals
{
    /// <summary>No seal has this number.</summary>
    internal static RequestRefusedException Unknown(long seal) => new("seal.unknown", ("seal", seal));

    /// <summary>The seal is made, its receipt did not get outside.</summary>
    internal static RequestRefusedException NotBrought(Message why) => new("seal.receipt_not_brought", ("why", why));
}
