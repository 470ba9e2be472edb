using System.Globalization;
using System.Text;
using QRCoder;

namespace ShopBot.Web.Custody;

/// <summary>The code on a seal label: the seal's number and nothing else, so that it serves in any app that scans.</summary>
internal static class SealQr
{
    /// <returns>What an SVG path draws, and how many units it is wide and high. A quarter of the code may be soiled.</returns>
    public static (string Path, int Size) Draw(string seal)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(seal, QRCodeGenerator.ECCLevel.Q);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                    x++;
                if (x > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return (path.ToString(), rows.Count);
    }
}
