using System.Security.Cryptography;
using System.Text;

namespace Workflow.Definitions.Stories;

/// <summary>The chance of a story: it is told the same way every time, in memory and into a database, so its lots fall the same way.</summary>
public static class StoryChance
{
    /// <summary>Returns the 32 bytes of a moment.</summary>
    /// <param name="now">The moment, in whatever offset.</param>
    public static byte[] At(DateTimeOffset now) => SHA256.HashData(Encoding.UTF8.GetBytes($"{now.ToUniversalTime():O}"));
}
