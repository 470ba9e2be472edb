using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Shops.Staff;

internal static class StaffCodeHash
{
    /// <summary>Slow on purpose: there are only a million codes.</summary>
    private const int Iterations = 50_000;

    public static byte[] Of(string code, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), salt, Iterations, HashAlgorithmName.SHA256, outputLength: 32);
}
